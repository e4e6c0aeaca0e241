import type { Topic } from './topics';

export const accountTopics: readonly Topic[] = [
  {
    id: 'account',
    heading: 'Get an account',
    body: (
      <>
        <ol className="usa-list">
          <li>
            Choose <a href="/create-account">Create an Account on the C.E.C.S.</a> and enter your last name, first name and email
            address, the address twice.
          </li>
          <li>Two separate emails come: one with your username, one with a temporary password.</li>
          <li>
            Choose <a href="/login">Login to the CECS</a>. Copy the temporary password from its email, paste it, and set a
            password of your own. Keep a record of it.
          </li>
          <li>Register once with your Social Security number, name, date of birth and email address.</li>
          <li>Read the page that follows and choose “Acknowledge and Continue”. It is shown each time you log in.</li>
        </ol>
        <p>
          Usernames of the earlier system do not work here. Create an account once: your EIN and your certificates are found for
          you.
        </p>
      </>
    ),
  },
  {
    id: 'emails',
    heading: 'One of the two emails is missing',
    body: (
      <>
        <p>
          Look in your spam or junk folder: it is often there. The page after you create your account shows the state of each
          message, sends either one again, and lets you correct a mistyped address. The temporary password is good for 24 hours
          after it was sent; “Forgot password” sends a new one.
        </p>
        <p>
          Every educator needs an email address of their own. If you and your spouse or partner share one, one of you has to use
          another, such as a school address.
        </p>
      </>
    ),
  },
  {
    id: 'forgotten',
    heading: 'I forgot my username or password',
    body: (
      <p>
        <a href="/forgot-username">Forgot username</a> and <a href="/forgot-password">Forgot password</a> write to the address of
        your account. You can also log in with that address in place of the username. If you can no longer read mail at that
        address, <a href="/lost-email">tell us</a>: a person looks at it, and you get a case number and a date.
      </p>
    ),
  },
  {
    id: 'ein',
    heading: 'What the EIN is',
    body: (
      <p>
        Your Educator Identification Number. It is yours alone, stays the same for life, and stands at the top of your home page.
        When you register, we look for the one you have; if you have none, you get one. Where we are not sure, a person looks at
        it, and you get a case number and a date. It has nothing to do with taxes.
      </p>
    ),
  },
  {
    id: 'not-me',
    heading: 'Somebody linked an account to my record, and it was not me',
    body: (
      <p>
        Call 860-713-6969 or write to <a href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a> from the address our message
        came to. Until it is confirmed who they are, such an account sees neither your address nor your phone number, and cannot
        print your certificates. A link can be undone.
      </p>
    ),
  },
  {
    id: 'name',
    heading: 'My name, address or email has changed',
    body: (
      <p>
        Last name, address, phone, email and password: under <a href="/profile">Profile</a>. Your first name and your date of birth
        cannot be changed online: write to <a href="mailto:teacher.cert@ct.gov">teacher.cert@ct.gov</a> with your EIN.
      </p>
    ),
  },
];

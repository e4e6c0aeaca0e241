import { acceptInvitationInput } from '@/lib/accounts/model';
import { useDatabase } from '@/tests/support/database';
import { runProgram } from '@/tests/support/run-program';

useDatabase();

describe('joining the staff', () => {
  it('by invitation, password and authenticator', async () => {
    expect(await runProgram('tests/integration/staff/join.ts')).toEqual({
      joining: {
        half: { stage: 'totp', roles: ['administrator'] },
        wrongCode: 'wrong_code',
        full: 'full',
        halfIsOver: true,
        secretIsHidden: true,
        audited: ['staff_joined', 'signed_in'],
      },
      codes: {
        wrong: 'invitation_spent',
        late: 'invitation_spent',
        tenAtOnce: [...Array<string>(9).fill('invitation_spent'), 'ok'],
        made: 1,
      },
      refusals: {
        tried: ['password_names_you', 'password_repeats', 'password_too_common'],
        isKept: true,
        taken: 'address_taken',
      },
    });
  });

  it('asks for twelve characters typed twice', () => {
    const typed = { code: 'X', firstName: 'Ada', lastName: 'Desk', newPassword: 'twelve chars', confirmPassword: 'twelve chars' };
    expect(acceptInvitationInput.safeParse(typed).success).toBe(true);
    expect(acceptInvitationInput.safeParse({ ...typed, confirmPassword: 'twelve chats' }).success).toBe(false);
    expect(acceptInvitationInput.safeParse({ ...typed, newPassword: 'short', confirmPassword: 'short' }).success).toBe(false);
  });
});

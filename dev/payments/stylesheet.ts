/** The one stylesheet of the hosted page. Colours meet WCAG AA on their grounds; targets are at least 44 px high. */
export const stylesheet = `
:root { --ink: #1b2430; --soft: #56616f; --line: #c3cad3; --ground: #f4f6f8; --blue: #1f4b99; --blue-dark: #163a78;
  --red: #b3261e; --red-ground: #fdf0ef; --amber: #fff3d6; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; color: var(--ink); background: var(--ground);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.banner { background: var(--amber); border-bottom: 1px solid #e5cf94; text-align: center; padding: .5rem 1rem;
  font-size: .9375rem; }
.banner p { margin: 0; }
main { flex: 1; width: 100%; max-width: 62rem; margin: 0 auto; padding: 1rem; }
footer { color: var(--soft); font-size: .875rem; text-align: center; padding: 1rem; }
a { color: var(--blue); }
.checkout { display: grid; gap: 1rem; }
section { background: #fff; border: 1px solid #e2e6eb; border-radius: .75rem; padding: 1.25rem;
  box-shadow: 0 1px 2px rgb(27 36 48 / 6%); overflow-wrap: anywhere; }
.order h1 { margin: 0 0 1rem; font-size: 1rem; font-weight: 500; color: var(--soft); }
.order h1 strong { display: block; font-size: 2.25rem; line-height: 1.2; color: var(--ink); }
.order ul { list-style: none; margin: 0; padding: 0; }
.order li, .order .total { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; margin: 0; }
.order li { border-top: 1px solid #e2e6eb; }
.order .total { border-top: 2px solid var(--line); font-weight: 600; }
.order li span:last-child, .order .total span:last-child { white-space: nowrap; }
.order small { color: var(--soft); white-space: nowrap; }
details { margin-top: 1rem; border-top: 1px solid #e2e6eb; }
summary { min-height: 2.75rem; padding: .625rem 0; color: var(--blue); cursor: pointer; }
details dl, details p { margin: 0; } details dt { font-variant-numeric: tabular-nums; font-weight: 600; }
details dd { margin: 0 0 .5rem; color: var(--soft); }
.pay h2 { margin: 0 0 1rem; font-size: 1.25rem; }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0; }
legend { padding: 0; margin-bottom: .5rem; font-weight: 600; }
.field { margin-bottom: 1rem; }
label { display: block; font-weight: 500; }
.hint { display: block; color: var(--soft); font-size: .875rem; }
.error { display: block; color: var(--red); font-weight: 600; }
input { display: block; width: 100%; min-height: 2.875rem; margin-top: .25rem; padding: .5rem .75rem; font: inherit;
  color: inherit; background: #fff; border: 1px solid #77828f; border-radius: .5rem; }
input[aria-invalid] { border: 2px solid var(--red); }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; align-items: end; }
:is(input, button, a, summary):focus-visible { outline: 3px solid #3b7dd8; outline-offset: 2px; }
button, .button { display: block; width: 100%; min-height: 3rem; padding: .75rem 1rem; font: inherit; font-weight: 600;
  text-align: center; text-decoration: none; color: #fff; background: var(--blue); border: 0; border-radius: .5rem;
  cursor: pointer; }
button:hover, .button:hover { background: var(--blue-dark); }
.second { margin-top: .75rem; color: var(--blue); background: #fff; border: 1px solid var(--blue); }
.second:hover { color: #fff; }
.cancel { margin: .5rem 0 0; text-align: center; }
.cancel a { display: inline-block; padding: .625rem 1rem; min-height: 2.75rem; }
.fixed { margin: 0 0 1rem; } .fixed dt { font-weight: 500; } .fixed dd { margin: 0; color: var(--soft); }
.note { margin: 0 0 1rem; color: var(--soft); }
.errors { margin-bottom: 1rem; padding: .75rem 1rem; background: var(--red-ground); border-left: .25rem solid var(--red); }
.errors h3 { margin: 0; font-size: 1rem; } .errors ul { list-style: none; margin: 0; padding: 0; }
.errors a { display: inline-block; padding: .625rem 0; color: var(--red); }
.notice { max-width: 34rem; margin: 2rem auto; } .notice h1 { margin-top: 0; font-size: 1.5rem; line-height: 1.3; }
@media (min-width: 48rem) {
  main { padding: 2.5rem 1.5rem; }
  .checkout { grid-template-columns: 5fr 6fr; gap: 1.5rem; align-items: start; }
  section { padding: 1.75rem; }
}
@media (max-width: 22rem) { .pair { grid-template-columns: 1fr; gap: 0; } }
`;

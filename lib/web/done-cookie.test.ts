import { doneToken, isTokenOf } from './done-cookie';

const now = new Date('2026-11-25T15:00:00Z');
const until = now.getTime() + 60_000;
const token = doneToken('link_ended', until);

describe('the mark of something just done', () => {
  it('is good until its time, for what it was made', () => {
    expect(isTokenOf('link_ended', token, now)).toBe(true);
    expect(isTokenOf('link_ended', token, new Date(until))).toBe(false);
    expect(isTokenOf('account_moved_back', token, now)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['a word', '1'],
    ['a time alone', String(until)],
    ['a time and a guess', `${until}.AAAA`],
    ['a later time', token.replace(String(until), String(until + 1))],
    ['another spelling of the time', token.replace(String(until), `+${until}`)],
    ['more behind it', `${token}A`],
  ])('is not made of %s', (_what, forged) => {
    expect(isTokenOf('link_ended', forged, now)).toBe(false);
  });
});

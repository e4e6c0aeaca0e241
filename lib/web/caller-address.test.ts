import { callerAddress } from './caller-address';

test.each([
  ['no proxy is trusted', '192.0.2.7', 0, undefined],
  ['nothing was forwarded', null, 1, undefined],
  ['one proxy', '192.0.2.7', 1, '192.0.2.7'],
  ['one proxy, and an address the caller made up', '198.51.100.1, 192.0.2.7', 1, '192.0.2.7'],
  ['two proxies', '198.51.100.1, 192.0.2.7, 10.0.0.5', 2, '192.0.2.7'],
  ['fewer hops than are trusted', '192.0.2.7', 2, undefined],
  ['an empty place', '192.0.2.7, ', 1, undefined],
])('with %s', (_what, header, hops, address) => {
  expect(callerAddress(header, hops)).toBe(address);
});

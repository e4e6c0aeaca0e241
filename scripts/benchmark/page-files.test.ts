import { filesNamedIn, overBare } from './page-files';

const html = `<link rel="stylesheet" href="/_next/static/chunks/site.css"/>
  <script src="/_next/static/chunks/main-1.js" async=""></script><script src="/_next/static/chunks/main-1.js"></script>
  <script src="/_next/static/chunks/old.js" noModule=""></script>
  <script>self.__next_f.push([1,"static/chunks/form~2.js"])</script>`;

test('scripts in tags and in the payload are found once each, those for old browsers left out', () => {
  expect(filesNamedIn(html)).toEqual({
    scripts: ['/_next/static/chunks/main-1.js', '/_next/static/chunks/form~2.js'],
    styles: ['/_next/static/chunks/site.css'],
  });
});

test('what typing brings belongs to the weight over the bare app', () => {
  expect(overBare({ js: 160_000, jsOnTyping: 15_000 }, { js: 135_000 })).toBe(40);
});

import { hiddenFields } from './login-form';

test('the hidden fields of the form in the page, not of the one in its header, as they were before HTML', () => {
  const html = `<header><form><input type="hidden" name="other" value="1"/></form></header><main><form>
    <input type="hidden" name="$ACTION_REF_1"/><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
    <input type="text" name="username" value=""/></form></main>`;
  expect(hiddenFields(html)).toEqual([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', '{"id":"a&b"}'],
  ]);
});

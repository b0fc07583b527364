import { expect, it } from 'vitest';

import { countriesByName } from './countries';

it.each([
  // The names by which people look for them, and not the order of their codes.
  [['CH', 'DE', 'US', 'GB'], '', ['United States', 'Germany', 'Switzerland', 'United Kingdom']],
  [['AX', 'AF', 'US'], 'US', ['United States', 'Afghanistan', 'Åland Islands']],
  // Before the codes are known, and where something else was kept long ago.
  [[], 'CA', ['Canada']],
  [['US'], 'Larkmere', ['United States', 'Larkmere']],
  [[], '', []],
])('shows %j with %j chosen', (codes, chosen, shown) => {
  expect(countriesByName(codes, chosen).map(({ name }) => name)).toEqual(shown);
});

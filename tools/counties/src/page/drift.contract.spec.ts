import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { pageOfAll, pagePath } from './page-file.ts';

it('finds the committed page of the counties as their profiles say it', () => {
  expect(readFileSync(pagePath, 'utf8') === pageOfAll()).toBe(true);
});

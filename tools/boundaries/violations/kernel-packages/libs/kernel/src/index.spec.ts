import { it } from '@jest/globals';

export const used = it;

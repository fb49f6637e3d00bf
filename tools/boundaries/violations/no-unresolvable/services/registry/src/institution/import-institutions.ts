import { people } from '../people/index.ts';

export const used = people;

import { namespaced } from './namespaced.ts';

export const forgotten = namespaced;

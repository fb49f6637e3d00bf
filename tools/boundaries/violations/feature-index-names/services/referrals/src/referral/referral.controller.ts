import * as capacity from '../capacity/index.ts';

export const used = capacity;

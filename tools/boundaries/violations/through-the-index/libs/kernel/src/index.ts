export type { Fen } from './money.ts';

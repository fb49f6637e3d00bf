import type { Fen } from '@yigongti/kernel';

export type Amount = Fen;

export type Fen = bigint;

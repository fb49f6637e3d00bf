import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';

export const used = [createHash, readFileSync, Decimal] as unknown as EntityManager;

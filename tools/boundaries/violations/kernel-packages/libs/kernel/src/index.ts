import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';

export const used = [randomUUID, Decimal] as unknown as EntityManager;

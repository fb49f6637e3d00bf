import { validate } from 'class-validator';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const used = [validate, readFileSync, z];

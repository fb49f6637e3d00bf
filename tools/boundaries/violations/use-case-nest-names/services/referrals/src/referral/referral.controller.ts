import { Controller } from '@nestjs/common';

export const used = [Controller];

import { Injectable, Logger as Log } from '@nestjs/common';

export const used = [Injectable, Log];

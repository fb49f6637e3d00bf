import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Referral } from '@yigongti/events';
import type { Fen } from '@yigongti/kernel';
import type { ReferralRepository } from '../referral.repository.ts';
import { findCapacity } from '../../capacity/find-capacity.ts';
import { rules } from './referral-rules.ts';

export const used = [Injectable, randomUUID, findCapacity, rules];
export type Used = [Referral, Fen, ReferralRepository];

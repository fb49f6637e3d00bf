import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Transactions } from '@yigongti/database';
import { bootService } from '@yigongti/service-host';
import { readFileSync } from 'node:fs';
import { EntityManager } from 'typeorm';
import { config } from '../config.ts';
import { profile } from '../profile.ts';
import { capacity } from '../capacity/index.ts';
import { findCapacity } from '../capacity/find-capacity.ts';
import { referral } from './domain/referral.ts';
import { AcceptReferralBody } from './referral.dto.ts';
import { ReferralRepository } from './referral.repository.ts';
import { ReferralRow } from './persistence/referral.row.ts';

export const allowed = [Injectable, profile, Transactions, capacity, referral, ReferralRepository];
export const refused = [ModuleRef, bootService, readFileSync, EntityManager, config, findCapacity, AcceptReferralBody, ReferralRow];

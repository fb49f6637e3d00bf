import { describe, expect, it } from '@jest/globals';
import { nestNameFindings } from './nest-names.ts';

const useCase = 'services/referrals/src/referral/accept-referral.ts';

describe('names that a use case takes from Nest', () => {
  it.each([
    ["import { Injectable } from '@nestjs/common';", []],
    ["import { Injectable as I } from '@nestjs/common';", []],
    ["import { Inject, Injectable } from '@nestjs/common';", ['Inject']],
    ["import { Logger as Injectable } from '@nestjs/common';", ['Logger']],
    ["import * as nest from '@nestjs/common';", ['*']],
    ["import { Inject } from 'elsewhere';", []],
  ])('%s', (source, names) => {
    expect(nestNameFindings(useCase, source).map((finding) => finding.to)).toEqual(names);
  });

  it.each([
    'referral.controller.ts',
    'referral.consumer.ts',
    'referral.dto.ts',
    'accept-referral.spec.ts',
    'persistence/referral.row.ts',
  ])('are free in %s, which is no use case', (file) => {
    expect(nestNameFindings(`services/referrals/src/referral/${file}`, "import { Inject } from '@nestjs/common';")).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { referralSubmitted, residentChanged } from '@yigongti/events';
import { maskData, masked, maskHeaders } from './mask.ts';

describe('a dead event for the eyes of operators', () => {
  it('shows no sensitive field', () => {
    const [example] = residentChanged.examples;
    const shown = maskData(residentChanged, JSON.stringify(example)) as Record<string, unknown>;
    expect(shown.birthDate).toBe(masked);
    expect(shown.villageDivisionCode).toBe(masked);
    expect(shown.residentId).toBe(example!.residentId);
    expect(shown.recordedAt).toBe(example!.recordedAt);
  });

  it('masks sensitive lists as a whole', () => {
    const shown = maskData(referralSubmitted, JSON.stringify(referralSubmitted.examples[0])) as Record<string, unknown>;
    expect(shown.diagnosisCodes).toBe(masked);
    expect(shown.referralNo).toBe(referralSubmitted.examples[0]!.referralNo);
  });

  it('masks what does not keep its schema, and leaves out what the schema does not have', () => {
    const payload = JSON.stringify({ residentId: '张三', insuranceType: 'RESIDENT', phone: '13800000000' });
    expect(maskData(residentChanged, payload)).toEqual({ residentId: masked, insuranceType: 'RESIDENT' });
  });

  it.each([
    ['an unknown type', undefined, '{"name":"张三"}', masked],
    ['text that is no JSON', residentChanged, '张三', masked],
    ['no object', residentChanged, '"张三"', masked],
    ['no value', residentChanged, null, null],
  ])('shows nothing of %s', (_, definition, payload, shown) => {
    expect(maskData(definition, payload)).toEqual(shown);
  });

  it('shows the envelope, but no header that is none of it or says something else', () => {
    const headers = {
      ce_id: '019f0000-0000-7000-8000-000000000001',
      ce_subject: '张三',
      'x-name': '张三',
      ce_source: '/changle/registry',
    };
    expect(maskHeaders(headers)).toEqual({ ce_id: headers.ce_id, ce_subject: masked, ce_source: '/changle/registry' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { widthOf } from '@yigongti/tool-local';
import { cut, grouped, screenWidth, table, wrapped } from './table.ts';

describe('what is printed', () => {
  it('stands in columns, where a Chinese character takes two places', () => {
    const lines = table(
      [
        { en: 'town', zh: '乡镇' },
        { en: 'fen', zh: '分', right: true },
      ],
      [
        ['宝都', '1'],
        ['Honghe', '1,234'],
      ],
    );
    expect(lines).toEqual(['  town      fen', '  乡镇       分', '  宝都        1', '  Honghe  1,234']);
    expect(new Set(lines.map(widthOf)).size).toBe(1);
  });

  it('is broken between parts where the screen ends', () => {
    const lines = wrapped(Array.from({ length: 12 }, (_, index) => `参保居民 part ${index}`));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => widthOf(line) <= screenWidth)).toBe(true);
    expect(lines.join(' · ').match(/part \d+/g)).toHaveLength(12);
  });

  it('is cut to a width with a sign that something is missing', () => {
    expect(cut('宝都街道社区', 8)).toBe('宝都街…');
    expect(widthOf(cut('宝都街道社区', 8))).toBeLessThanOrEqual(8);
    expect(cut('short', 8)).toBe('short');
  });

  it('groups thousands', () => expect([7, 1_000, 1_234_567].map(grouped)).toEqual(['7', '1,000', '1,234,567']));
});

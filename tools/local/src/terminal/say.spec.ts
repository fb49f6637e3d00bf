import { describe, expect, it } from '@jest/globals';
import { partTable } from './part-table.ts';
import { pad, Say, widthOf } from './say.ts';

describe('what the stack prints', () => {
  it('aligns columns where Chinese characters take two places', () => {
    expect(pad('网关', 6)).toBe('网关  ');
    const table = partTable([
      { name: 'gateway', labelZh: '网关', url: 'http://127.0.0.1:8080', state: 'ready' },
      { name: 'public-health', labelZh: '公共卫生', url: 'http://127.0.0.1:8080/public-health', state: 'away' },
    ]);
    const columns = table.map((line) => widthOf(line.slice(0, line.search(/URL|http/))));
    expect(new Set(columns).size).toBe(1);
    expect(table[2]).toMatch(/not answering 无响应$/);
  });

  it('says of a step when it is done, with its time and outcome', async () => {
    const lines: string[] = [];
    await new Say((line) => lines.push(line)).step(
      'topics 主题',
      () => Promise.resolve(17),
      (count) => `${count}`,
    );
    expect(lines).toEqual([expect.stringMatching(/^ {2}✓ topics 主题 +0\.0 s {2}17$/)]);
  });

  it('says nothing of a step that failed: the failure is told once, by who handles it', async () => {
    const lines: string[] = [];
    const step = new Say((line) => lines.push(line)).step('topics 主题', () => Promise.reject(new Error('no broker')));
    await expect(step).rejects.toThrow('no broker');
    expect(lines).toEqual([]);
  });
});

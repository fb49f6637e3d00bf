import { describe, expect, it } from '@jest/globals';
import { describeFault } from './describe-fault.ts';

describe('a fault in the log', () => {
  it('is told by its message when it is ours', () => {
    expect(describeFault(new TypeError('x is not a function'))).toMatchObject({
      name: 'TypeError',
      message: 'x is not a function',
    });
  });

  it("is told by names when it is the database's: its words hold values", () => {
    const driverError = Object.assign(new Error('invalid input syntax for type uuid: "张三"'), {
      code: '22P02',
      detail: '张三',
      table: 'contract',
    });
    const thrown = Object.assign(new Error(driverError.message), { name: 'QueryFailedError', driverError, parameters: ['张三'] });
    const described = describeFault(thrown);
    expect(described).toMatchObject({ name: 'QueryFailedError', code: '22P02', table: 'contract' });
    expect(JSON.stringify(described)).not.toContain('张三');
  });

  it('is told even when it is no error', () => {
    expect(describeFault('张三')).toEqual({ thrown: 'string' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import { faultsOfList, type KnownPatient, type ListFacts } from './list-rules.ts';
import type { SettlementList } from './settlement-list.ts';

const patient: KnownPatient = { insuranceType: 'RESIDENT', diedOn: null, merged: false };
const facts: ListFacts = { list: stayList, sentOn: '2026-06-09', patient, settles: true };
const withList = (changed: Partial<SettlementList>): Partial<ListFacts> => ({ list: { ...stayList, ...changed } });
const faults = (changed: Partial<ListFacts>) =>
  faultsOfList({ ...facts, ...changed }).map(({ code, pointer }) => [code.replace('settlement.claim.', ''), pointer]);

describe('a settlement list', () => {
  it.each<[string, Partial<ListFacts>, [string, string][]]>([
    ['is taken when everything fits', {}, []],
    ['may be of one day', withList({ admittedOn: '2026-06-08' }), []],
    ['may be sent on the day of discharge', { sentOn: '2026-06-08' }, []],
    ['may be of the day of death', { patient: { ...patient, diedOn: '2026-06-03' } }, []],
    ['may come with items that add up', withList({ items: [{ code: '01', fen: 520000n }] }), []],
    ['may be a visit without a way of discharge', withList({ visitKind: 'OUTPATIENT', dischargeWay: null }), []],
    ['needs an institution that settles', { settles: false }, [['institution-settles-nothing', '/institutionCode']]],
    ['needs the record that stayed', { patient: { ...patient, merged: true } }, [['resident-merged', '/residentId']]],
    ['cannot begin after death', { patient: { ...patient, diedOn: '2026-06-02' } }, [['admitted-after-death', '/admittedOn']]],
    [
      'counts in its own insurance',
      { patient: { ...patient, insuranceType: 'NONE' } },
      [['insurance-differs', '/insuranceType']],
    ],
    ['cannot end before it begins', withList({ dischargedOn: '2026-06-02' }), [['discharged-before-admitted', '/dischargedOn']]],
    ['cannot end after it was sent', { sentOn: '2026-06-07' }, [['discharged-later', '/dischargedOn']]],
    ['tells how a stay ended', withList({ dischargeWay: null }), [['discharge-way-missing', '/dischargeWay']]],
    ['adds up to the fen', withList({ overLimitFen: 5001n }), [['parts-do-not-add-up', '/totalFen']]],
    ['has items that add up', withList({ items: [{ code: '01', fen: 519999n }] }), [['items-do-not-add-up', '/items']]],
    [
      'gets all reasons at once',
      { ...withList({ totalFen: 1n, dischargedOn: '2026-06-10', items: [] }), settles: false },
      [
        ['institution-settles-nothing', '/institutionCode'],
        ['discharged-later', '/dischargedOn'],
        ['parts-do-not-add-up', '/totalFen'],
        ['items-do-not-add-up', '/items'],
      ],
    ],
  ])('%s', (_, changed, expected) => {
    expect(faults(changed)).toEqual(expected);
  });
});

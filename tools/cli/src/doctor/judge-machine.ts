import { bytes } from '../output/human.ts';
import { fault, well, type Finding } from './finding.ts';

const gib = 1024 ** 3;

export interface MachineFacts {
  /** Bytes free where the data lie, and of how many. */
  readonly disk: { readonly free: number; readonly total: number; readonly folder: string };
  readonly memoryAvailable: number;
  /** Files with secrets that others than their owner may read. */
  readonly openSecrets: readonly string[];
}

/** Disk, memory and the files with secrets. */
export function judgeMachine(facts: MachineFacts): Finding[] {
  const faults = [...diskFaults(facts), ...memoryFaults(facts), ...secretFaults(facts)];
  const { disk, memoryAvailable } = facts;
  const figures = `${bytes(disk.free)} of disk, ${bytes(memoryAvailable)} of memory`;
  return faults.length > 0 ? faults : [well('machine.room', [`There is room: ${figures} free`, '磁盘与内存充足'])];
}

/** PostgreSQL and Kafka stop when they cannot write. */
function diskFaults({ disk: { free, total, folder } }: MachineFacts): Finding[] {
  const level = free < gib ? 'wrong' : free < 5 * gib || free < total / 20 ? 'watch' : undefined;
  if (!level) return [];
  return [
    fault(level, 'machine.disk-low', {
      found: [`${bytes(free)} of disk are left at ${folder}`, `磁盘仅剩 ${bytes(free)}`],
      todo: [
        'Make room before it is full: PostgreSQL and Kafka stop when they cannot write. status --resources says what takes it',
        '请尽快清理：写满后数据库与消息总线将停止',
      ],
    }),
  ];
}

function memoryFaults({ memoryAvailable }: MachineFacts): Finding[] {
  if (memoryAvailable >= gib / 2) return [];
  return [
    fault('watch', 'machine.memory-low', {
      found: [`${bytes(memoryAvailable)} of memory are left`, `内存仅剩 ${bytes(memoryAvailable)}`],
      todo: [
        'End other programs; docs/operating.md says what a county of which size needs',
        '请关闭其他程序；所需内存见 docs/operating.md',
      ],
    }),
  ];
}

function secretFaults({ openSecrets }: MachineFacts): Finding[] {
  return openSecrets.map((file) =>
    fault('wrong', 'machine.secrets-open', {
      found: [`${file} holds secrets and others may read it`, `${file} 含密钥且他人可读`],
      todo: [`chmod 600 ${file}; whoever could read it may know the secrets`, `执行 chmod 600；密钥可能已泄露`],
    }),
  );
}

import { Command } from 'commander';
import { addClientsCommands } from './clients/clients-commands.ts';
import { addCountyCommands } from './county/county-commands.ts';
import { addDoctorCommand } from './doctor/doctor-command.ts';
import { addEventsCommands } from './events/events-commands.ts';
import type { Ending } from './session.ts';
import { addStatusCommand } from './status/status-command.ts';
import { addTopicsCommands } from './topics/topics-commands.ts';

const after = `
Without more it works on this clone's running stack (npm start). For a suite somewhere else 其他部署:
  YIGONGTI_URL, YIGONGTI_TOKEN_ENDPOINT, YIGONGTI_CLIENT_ID, YIGONGTI_CLIENT_SECRET
  YIGONGTI_BROKERS, YIGONGTI_SASL_USERNAME, YIGONGTI_SASL_PASSWORD  for Kafka

Ends with 退出码: 0 well 正常 · 1 something is wrong 发现问题 · 2 wrong usage 用法错误 · 3 away 无响应 · 4 refused 被拒绝

Examples 示例:
  npm run yigongti -- doctor
  npm run yigongti -- events dead
  npm run -s yigongti -- status --json | jq .services`;

/** The whole command line. Commands that find something wrong say so through `ending`. */
export function programOf(ending: Ending, json = false): Command {
  const program = new Command('yigongti')
    .description('Operates Yigongti over its public interfaces\n医共体运维命令行')
    .helpCommand('help [command]', 'help of a command (帮助)')
    .addHelpText('after', after)
    .exitOverride();
  // Where a program reads, `main` says what is wrong as JSON.
  if (json) program.configureOutput({ writeErr: () => undefined });
  addDoctorCommand(program, ending);
  addStatusCommand(program, ending);
  addEventsCommands(program, ending);
  addCountyCommands(program, ending);
  addClientsCommands(program);
  addTopicsCommands(program);
  return program;
}

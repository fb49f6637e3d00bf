import '../../../libs/kernel/src/index.ts';
import '../../../libs/kernel/src/money.ts';

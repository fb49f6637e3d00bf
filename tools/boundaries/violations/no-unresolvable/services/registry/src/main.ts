import '@yigongti/kernel/src/money.ts';
import './institution/import-institutions.ts';

import '@yigongti/kernel/src/money.ts';

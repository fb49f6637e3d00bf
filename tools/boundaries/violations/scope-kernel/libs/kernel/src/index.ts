import '@yigongti/events';

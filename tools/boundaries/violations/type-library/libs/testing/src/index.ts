import '@yigongti/tool-local';

import '@yigongti/testing';

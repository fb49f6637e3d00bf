import '@yigongti/events';
import '@yigongti/kernel';

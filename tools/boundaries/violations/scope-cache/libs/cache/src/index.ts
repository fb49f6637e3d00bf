import '@yigongti/database';
import '@yigongti/kernel';

import '@yigongti/service-host';
import '@yigongti/events';

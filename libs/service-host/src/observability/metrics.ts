import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The service's own figures for Prometheus. One registry per service in a process, so that specs do not share counts. */
export class Metrics {
  readonly registry = new Registry();

  readonly commands = new Counter({
    name: 'yigongti_commands_total',
    help: 'Commands by outcome: accepted, replayed, refused (with the code of the first reason), failed',
    labelNames: ['command', 'outcome', 'code'] as const,
    registers: [this.registry],
  });

  readonly importLines = new Counter({
    name: 'yigongti_import_lines_total',
    help: 'Lines of uploads by outcome: accepted, refused',
    labelNames: ['command', 'outcome'] as const,
    registers: [this.registry],
  });

  readonly problems = new Counter({
    name: 'http_problem_total',
    help: 'Answers that were problems, by code',
    labelNames: ['type', 'status'] as const,
    registers: [this.registry],
  });

  readonly duration = new Histogram({
    name: 'http_request_seconds',
    help: 'Seconds from the first byte of a request to the last of its answer',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });

  /** A gauge that is asked for at each scrape. A failing question leaves the figure out instead of failing the scrape. */
  observe({ name, help, labelNames = [], read }: ObservedGauge): void {
    new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      async collect() {
        this.reset();
        const observations = await read().catch(() => []);
        for (const { labels, value } of observations) this.set(labels, value);
      },
    });
  }
}

export interface ObservedGauge {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  readonly read: () => Promise<readonly Observation[]>;
}

export interface Observation {
  readonly labels: Record<string, string | number>;
  readonly value: number;
}

import { LinearSimulator } from './linear-simulator';
import type { SimulatorOptions } from './simulator-options';

/** Starts a simulated Linear on a loopback port and answers when it listens. */
export function startLinearSimulator(options: SimulatorOptions = {}): Promise<LinearSimulator> {
  return new LinearSimulator(options).listen();
}

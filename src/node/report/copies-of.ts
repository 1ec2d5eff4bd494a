import { CHAIN_ASSETS } from '../../../build/chain-assets.gen.ts';
import { ASSETS } from '../../../build/assets.gen.ts';
import { VERSION } from '../../../build/version.gen.ts';
import type { Message } from '../../contract/message.ts';
import type { Report, ReportedCopies } from '../../contract/report.ts';
import { readCopies, type SketchRoom } from '../../host/report-copies.ts';
import { packageAssets, readAssets } from '../assets.ts';
import { openChainEngine } from '../chain.ts';

/**
 * What an opened report says of copies, made anew from the texts that stand in it, by the kernel that devices have: whoever seals a report can write any sketch into it, but not one that its
 * message does not give. `undefined` where no message of it has a sketch. About 20 ms.
 */
export async function copiesOf(report: Report): Promise<ReportedCopies | undefined> {
  const files = { assets: readAssets(packageAssets(), [...ASSETS, ...CHAIN_ASSETS], VERSION), version: VERSION, used: new Set<string>() };
  const part: SketchRoom = {
    open: async (start) => {
      const { engine } = await openChainEngine(start, files);
      return { running: { sketch: (texts) => engine.sketch(texts), end: () => Promise.resolve() } };
    },
  };
  const offered = report.messages.flatMap((one) => (one.shown === 'whole' ? [{ message: { text: one.body.text } as Message }] : []));
  const { complete, ready } = readCopies({ part: () => Promise.resolve(part) }, report.policy, offered);
  await ready;
  const { duplicates: _, ...plain } = report;
  return complete(plain, (duplicates) => ({ ...plain, duplicates })).duplicates;
}

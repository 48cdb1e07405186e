import { contract } from '../../../shared/contract.ts';
import { command, type Handler, task, whoCalls } from '../rpc/handlers.ts';
import { addStaff, changeStaff, letIntoVault, nameDeputy, staffViews } from './manage-staff.ts';
import { changePassphrase, resetPassphrase } from './passphrases.ts';
import { deactivateStaff } from './renew-keys.ts';
import { endSession, sessionView, signIn } from './sign-in.ts';

const { access } = contract;

export const accessHandlers = {
  signIn: task(access.signIn, (core, input, { connection }) => signIn(core, connection, input)),
  lock: task(access.lock, (core, _input, { connection }) => {
    endSession(core, connection);
    return {};
  }),
  whoAmI: task(access.whoAmI, (core, _input, caller) => sessionView(core, whoCalls(caller))),
  changePassphrase: task(access.changePassphrase, async (core, input, caller) => {
    await changePassphrase(core, whoCalls(caller), input);
    return {};
  }),
  listStaff: task(access.listStaff, (core) => ({ staff: staffViews(core) })),
  addStaff: task(access.addStaff, (core, input, caller) => addStaff(core, whoCalls(caller), input)),
  changeStaff: command(access.changeStaff, (tx, input) => ({ revision: changeStaff(tx, input) })),
  deactivateStaff: task(access.deactivateStaff, async (core, input, caller) => {
    await deactivateStaff(core, whoCalls(caller), input);
    return {};
  }),
  letIntoVault: task(access.letIntoVault, async (core, input, caller) => {
    await letIntoVault(core, whoCalls(caller), input.id);
    return {};
  }),
  nameDeputy: task(access.nameDeputy, async (core, input, caller) => {
    await nameDeputy(core, whoCalls(caller), input.deputyId);
    return {};
  }),
  resetPassphrase: task(access.resetPassphrase, async (core, input) => {
    await resetPassphrase(core, input);
    return {};
  }),
} satisfies Record<keyof typeof access, Handler>;

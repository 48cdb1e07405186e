import { contract } from '../../../shared/contract.ts';
import { type Handler, task, whoCalls } from '../rpc/handlers.ts';
import { addStaff, changeStaff, letIntoVault, nameDeputy, staffViews } from './manage-staff.ts';
import { changePassphrase, resetPassphrase } from './passphrases.ts';
import { deactivateStaff } from './renew-keys.ts';
import { endSession, sessionView, signIn } from './sign-in.ts';
import { stateGender } from './state-gender.ts';

const { access } = contract;

export const accessHandlers = {
  signIn: task(access.signIn, (core, input, { connection }) => signIn(core, connection, input)),
  lock: task(access.lock, (core, _input, { connection }) => {
    endSession(core, connection);
    return {};
  }),
  whoAmI: task(access.whoAmI, (core, _input, caller) => sessionView(core, whoCalls(caller))),
  changePassphrase: task(access.changePassphrase, (core, input, caller) =>
    changePassphrase(core, whoCalls(caller), input),
  ),
  listStaff: task(access.listStaff, (core) => ({ staff: staffViews(core) })),
  addStaff: task(access.addStaff, (core, input, caller) => addStaff(core, whoCalls(caller), input)),
  changeStaff: task(access.changeStaff, (core, input, caller) => changeStaff(core, whoCalls(caller), input)),
  stateGender: task(access.stateGender, (core, input, caller) => stateGender(core, whoCalls(caller), input)),
  deactivateStaff: task(access.deactivateStaff, (core, input, caller) =>
    deactivateStaff(core, whoCalls(caller), input),
  ),
  letIntoVault: task(access.letIntoVault, (core, input, caller) => letIntoVault(core, whoCalls(caller), input)),
  nameDeputy: task(access.nameDeputy, (core, input, caller) => nameDeputy(core, whoCalls(caller), input)),
  resetPassphrase: task(access.resetPassphrase, async (core, input) => {
    await resetPassphrase(core, input);
    return {};
  }),
} satisfies Record<keyof typeof access, Handler>;

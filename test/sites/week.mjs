/** A tab that is closed for a week comes back to the right state: what fell due has happened, at its own moment. */
import assert from 'node:assert/strict';
import { sees } from '../tools/finding.mjs';

export const name = 'a week away';

/** @param {import('../tools/sites.mjs').Site} site */
export async function run({ page, url, newPage }) {
  await page.goto(`${url}?lang=en`);
  await sees(page, 'ExampleKeyStore · CONNECTED');
  const library = `${url}build/glass-hsm.js`;
  const { KeyId, DeletionDate } = await page.evaluate(async (from) => {
    const { connect } = await import(from);
    const { kms, control, close } = await connect();
    const store = { CustomKeyStoreId: 'cks-1234567890abcdef0' };
    const { KeyMetadata } = await kms.createKey({ Origin: 'AWS_CLOUDHSM', ...store });
    const { DeletionDate: date } = await kms.scheduleKeyDeletion({ KeyId: KeyMetadata.KeyId, PendingWindowInDays: 7 });
    await control.setSpeed(1);
    await kms.disconnectCustomKeyStore(store);
    close();
    return { KeyId: KeyMetadata.KeyId, DeletionDate: date.getTime() };
  }, library);
  await sees(page, 'ExampleKeyStore · DISCONNECTING');
  const elsewhere = await newPage();
  await elsewhere.goto(`${url}-test/blank.html`);
  await page.close();
  // The machine's clock cannot be moved: the simulated one's offset is, in the database.
  await elsewhere.evaluate(async () => {
    const request = indexedDB.open('glass-hsm');
    await new Promise((done) => (request.onsuccess = done));
    const transaction = request.result.transaction('world', 'readwrite');
    const world = transaction.objectStore('world');
    const clock = world.get(['clock']);
    clock.onsuccess = () => world.put({ ...clock.result, offset: clock.result.offset + 7.5 * 24 * 60 * 60 * 1000 });
    await new Promise((done) => (transaction.oncomplete = done));
    request.result.close();
  });
  await elsewhere.goto(`${url}?lang=en`);
  await sees(elsewhere, 'ExampleKeyStore · DISCONNECTED');
  const found = await elsewhere.evaluate(async (from, id) => {
    const { connect } = await import(from);
    const { kms, cloudhsmv2, cloudtrail, close } = await connect();
    const described = await kms.describeKey({ KeyId: id }).catch((/** @type {Error} */ error) => error.name);
    const { Events } = await cloudtrail.lookupEvents({ LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'DeleteKey' }] });
    const { Backups } = await cloudhsmv2.describeBackups();
    close();
    return { described, events: Events.map((/** @type {any} */ event) => [event.EventTime.getTime(), event.CloudTrailEvent]), backups: Backups.length };
  }, library, KeyId);
  assert.equal(found.described, 'NotFoundException');
  assert.equal(found.events.length, 1);
  assert.equal(found.events[0]?.[0], Math.floor(DeletionDate / 1000) * 1000);
  // The key store was no longer connected when the key's time came.
  assert.match(String(found.events[0]?.[1]), /FAILURE/);
  assert.equal(found.backups, 7);
}

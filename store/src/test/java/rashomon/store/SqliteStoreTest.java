package rashomon.store;

/** The contract over real SQLite. */
class SqliteStoreTest extends StoreContract {

  private int stores;

  @Override
  String freshPlace() {
    place = folder.resolve("store" + ++stores).toString();
    return place;
  }
}

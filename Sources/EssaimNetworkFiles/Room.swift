enum EssaimNetworkFilesRoom {}

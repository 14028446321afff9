enum EssaimDemonstrationRoom {}

namespace CampaignEngine.Gateway.Admission;

internal static class AdmissionSetup
{
    public static IServiceCollection AddAdmission(this IServiceCollection services, AdmissionOptions options) => services
        .AddSingleton(options)
        .AddSingleton<AdmissionGate>()
        .AddSingleton<Admittance>();
}
